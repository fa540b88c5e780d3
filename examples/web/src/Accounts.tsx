// The list of accounts: filtered by the start of their names, one page at a time.
import { useState } from 'react';
import { useQuery } from 'urql';
import { DeleteDialog } from './DeleteDialog';
import { AccountsDocument, type AccountsQuery, type AccountsQueryVariables } from './generated/graphql';

export type Account = AccountsQuery['accounts']['nodes'][number];

const SIZE = 5;
const FIRST_PAGE: Omit<AccountsQueryVariables, 'start'> = { first: SIZE };
const CONTEXT = { additionalTypenames: ['Account'] }; // so that a delete also refreshes a page that was empty

export function Accounts() {
  const [start, setStart] = useState('');
  const [page, setPage] = useState(FIRST_PAGE);
  const [doomed, setDoomed] = useState<Account>();
  const [{ data, error, fetching }] = useQuery({ query: AccountsDocument, variables: { ...page, start }, context: CONTEXT });
  const { nodes = [], pageInfo, totalCount } = data?.accounts ?? {};

  function filter(text: string) {
    setStart(text);
    setPage(FIRST_PAGE);
  }

  return (
    <>
      <h1>Accounts</h1>
      <input type="search" placeholder="Starts with …" aria-label="Start of the name" value={start}
        onChange={(event) => filter(event.target.value)} />
      {error && <p role="alert">{error.message}</p>}
      <table aria-busy={fetching}>
        <thead>
          <tr><th>Name</th><th>Nicks</th><th>Founder of</th><th /></tr>
        </thead>
        <tbody>
          {nodes.map((account) => <Row key={account.id} account={account} onDelete={() => setDoomed(account)} />)}
        </tbody>
      </table>
      <nav>
        <button disabled={!pageInfo?.hasPreviousPage}
          onClick={() => setPage({ last: SIZE, before: pageInfo?.startCursor })}>← Back</button>
        <span>{totalCount ?? '…'} in all</span>
        <button disabled={!pageInfo?.hasNextPage}
          onClick={() => setPage({ first: SIZE, after: pageInfo?.endCursor })}>Next →</button>
      </nav>
      {doomed && <DeleteDialog account={doomed} onClose={() => setDoomed(undefined)} />}
    </>
  );
}

function Row({ account, onDelete }: { account: Account; onDelete: () => void }) {
  return (
    <tr>
      <td><b>{account.display}</b><small>{account.email}</small></td>
      <td>{account.nicks.nodes.map(({ nick }) => nick).join(', ')}</td>
      <td>{account.channelsAsFounder.nodes.map(({ name }) => name).join(', ')}</td>
      <td><button onClick={onDelete}>Delete …</button></td>
    </tr>
  );
}
