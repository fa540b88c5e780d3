// The page's frame: a client for edgewise, and the accounts that it serves.
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { cacheExchange, Client, fetchExchange, Provider } from 'urql';
import { Accounts } from './Accounts';
import './page.css';

const client = new Client({ url: '/graphql', exchanges: [cacheExchange, fetchExchange] });

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <Provider value={client}>
      <Accounts />
    </Provider>
  </StrictMode>,
);
