/** openresty's page when the gateway took too long. */
export const OPENRESTY_504 = `<html>
<head><title>504 Gateway Time-out</title></head>
<body>
<center><h1>504 Gateway Time-out</h1></center>
<hr><center>openresty</center>
</body>
</html>
`;

/** nginx's page when the gateway closed the connection. */
export const NGINX_502 = `<html>
<head><title>502 Bad Gateway</title></head>
<body>
<center><h1>502 Bad Gateway</h1></center>
<hr><center>nginx</center>
</body>
</html>
`;

/** Cloudflare's page after 100 seconds without an answer. */
export const CLOUDFLARE_524 = `<!DOCTYPE html>
<html lang="en-US">
<head><title>llm.ai-nebula.com | 524: A timeout occurred</title></head>
<body><div id="cf-wrapper"><h1>A timeout occurred <span>Error code 524</span></h1>
<p>The origin web server timed out responding to this request.</p></div></body>
</html>
`;

/** The web console new-api serves, with status 200, for any path outside its API. */
export const WEB_PAGE = `<!doctype html>
<html lang="zh">
<head><meta charset="UTF-8"><title>Nebula</title></head>
<body><div id="root"></div><script type="module" src="/assets/index.js"></script></body>
</html>
`;

/** An OSS error document. */
export function ossError(code: string, message: string, requestId: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<Error>
  <Code>${code}</Code>
  <Message>${message}</Message>
  <RequestId>${requestId}</RequestId>
  <HostId>dashscope-result-wlcb-acdr-1.oss-cn-wulanchabu-acdr-1.aliyuncs.com</HostId>
</Error>
`;
}
