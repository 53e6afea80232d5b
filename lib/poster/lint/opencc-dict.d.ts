/** OpenCC's character dictionaries: "character form form|character form…". */
declare module "opencc-js/dict/*" {
  const dictionary: string;
  // biome-ignore lint/style/noDefaultExport: so the package exports them
  export default dictionary;
}
