import type { CodegenConfig } from '@graphql-codegen/cli';

const config: CodegenConfig = {
  schema: '../../schema.graphql',
  documents: 'src/*.graphql',
  generates: {
    'src/generated/': { preset: 'client', config: { useTypeImports: true }, presetConfig: { fragmentMasking: false } },
  },
};

export default config;
