import "server-only";

/** What a child needs of the environment: where things are, and how memory is had. */
const needed =
  /^(?:node_env|path|home|temp|tmp|tmpdir|systemroot|windir|lang|tz|lc_\w+|ld_library_path|dyld_\w+|malloc_\w+)$/iu;

/** The environment without anything a child has no use for: no keys, no addresses, nothing for Node to load. */
export function childEnvironment(): NodeJS.ProcessEnv {
  const passed = Object.entries(process.env).filter(([name]) => needed.test(name));
  return { ...Object.fromEntries(passed), NODE_ENV: process.env.NODE_ENV };
}
