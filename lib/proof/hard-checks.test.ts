import { expect, test } from "vitest";
import { hardWordsOf } from "./hard-checks";

test.each([
  ["限时9.9元", ["price 9.9元"]],
  ["￥199起，满300减50", ["price ¥199", "number 300", "number 50"]],
  ["全场5折", ["discount 5折"]],
  ["低至 50% OFF", ["percent 50%"]],
  ["客服电话 400-820-8820", ["phone 400-820-8820"]],
  ["0571-8765-4321", ["phone 0571-8765-4321"]],
  ["手机13800138000", ["phone 13800138000"]],
  ["2026年7月1日至7月15日", ["date 2026年7月1日", "date 7月15日"]],
  ["2026-11-29", ["date 2026-11-29"]],
  ["www.example.com/a 见", ["url www.example.com/a"]],
  ["book.example.cn", ["url book.example.cn"]],
  ["hello@example.com", ["email hello@example.com"]],
  ["492号3楼", ["number 492", "number 3"]],
  ["１２３", ["number 123"]],
  ["0571-8765 4321", ["phone 0571-8765 4321"]],
  ["10:30–14:00，人民路 88 号", ["time 10:30–14:00", "address 人民路 88 号"]],
  ["第二件半价", ["discount 半价"]],
  ["没有数字", []],
])("%s has %j", (text, found) => {
  expect(hardWordsOf(text).map(({ kind, wanted }) => `${kind} ${wanted}`)).toEqual(found);
});

test("places are those among the compared characters, spaces left out", () => {
  expect(hardWordsOf("仅 剩 5 件 ¥ 9")).toMatchObject([
    { start: 2, end: 3 },
    { start: 4, end: 6 },
  ]);
});
