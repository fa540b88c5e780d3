// Bundles the page into ../static. Its files have a hash in their names, so that browsers may keep them for good.
import { defineConfig } from 'vite';

export default defineConfig({
  build: {
    outDir: '../static',
    emptyOutDir: true,
    assetsDir: '.',
    target: 'es2022',
    license: { fileName: 'licenses.md' },
    chunkSizeWarningLimit: 10_000,
    rolldownOptions: { checks: { moduleLevelDirective: false } }, // "use client" means nothing here
  },
  worker: { format: 'es' },
  experimental: {
    // The page is served as /graphql, its files below /graphql/static/; a proxy may put a prefix before both.
    renderBuiltUrl: (file, { hostType }) => (hostType === 'html' ? `graphql/static/${file}` : { relative: true }),
  },
});
