const onlyHere = /^(?:localhost|127(?:\.\d{1,3}){3}|\[?::1\]?)$/iu;

/**
 * What to tell who lets others reach a studio that can spend money; "" while it is for this machine
 * only, or has no key.
 */
export function openDoorWarning({ host, port, hasKey }) {
  if (!hasKey || onlyHere.test(host)) return "";
  return (
    `\nHOST is ${host} and there is no log-in: whoever can reach port ${port} of this machine can see every picture and order more with your key. ` +
    "Write HOST=127.0.0.1 for this machine only, put something before it that asks who is there (README, “Behind a proxy”), and set budgets on the Spend page.\n" +
    `HOST 为 ${host}，而这里没有登录：能连到本机 ${port} 端口的人都能看到全部图片，并用您的密钥下单。` +
    "只在本机使用请写 HOST=127.0.0.1；否则请在前面放一个会验证身份的服务（见 README “Behind a proxy”），并在花费页设好预算。\n"
  );
}
