// The tabs of a first visit: one for each way to ask. All of them find something in the demonstration.

const files = import.meta.glob('./examples/*', { query: '?raw', import: 'default', eager: true });

export const EXAMPLES = Object.keys(files)
  .filter((path) => path.endsWith('.graphql'))
  .sort()
  .map((path) => ({ query: files[path].trim(), variables: files[path.replace('.graphql', '.json')]?.trim() }));
