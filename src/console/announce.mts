import type { Plugin } from 'vite';

/** Has the page say where a script is that is loaded later: `<meta name="charts" content="/assets/charts-….js">`. */
export function announced(name: string): Plugin {
  return {
    name: 'announced',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (_, { bundle }) => {
        const chunk = Object.values(bundle ?? {}).find((each) => each.type === 'chunk' && each.isDynamicEntry && each.name === name);
        if (chunk === undefined) throw new Error(`There is no script ${name}.`);
        return [{ tag: 'meta', attrs: { name, content: `/${chunk.fileName}` }, injectTo: 'head' }];
      },
    },
  };
}
