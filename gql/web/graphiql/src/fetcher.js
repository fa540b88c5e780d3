// Sends an operation to the address that the page came from.
import { isExplained } from './explain.jsx';

export async function fetcher({ query, variables, operationName }, { headers } = {}) {
  const response = await fetch(location.pathname, {
    method: 'POST',
    headers: { Accept: 'application/graphql-response+json, application/json', 'Content-Type': 'application/json', ...headers },
    body: JSON.stringify({ query, variables, operationName, ...(isExplained() && { extensions: { explain: true } }) }),
  });
  return response.json();
}
