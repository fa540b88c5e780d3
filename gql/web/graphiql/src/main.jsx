// The GraphiQL page. Documentation comes with GraphiQL; a link to the page can bring a query and its variables.
import 'graphiql/setup-workers/vite';
import 'graphiql/style.css';
import '@graphiql/plugin-explorer/style.css';
import './page.css';

import { explorerPlugin } from '@graphiql/plugin-explorer';
import { GraphiQL, HISTORY_PLUGIN } from 'graphiql';
import { createRoot } from 'react-dom/client';

import { EXAMPLES } from './examples.js';
import { ExplainButton } from './explain.jsx';
import { fetcher } from './fetcher.js';

const shared = new URLSearchParams(location.search);

createRoot(document.getElementById('graphiql')).render(
  <GraphiQL
    fetcher={fetcher}
    plugins={[HISTORY_PLUGIN, explorerPlugin()]}
    defaultTabs={EXAMPLES}
    initialQuery={shared.get('query') ?? undefined}
    initialVariables={shared.get('variables') ?? undefined}
  >
    <GraphiQL.Logo>edgewise</GraphiQL.Logo>
    <GraphiQL.Toolbar>
      {({ prettify, merge, copy }) => (
        <>
          {prettify}
          {merge}
          {copy}
          <ExplainButton />
        </>
      )}
    </GraphiQL.Toolbar>
  </GraphiQL>,
);
