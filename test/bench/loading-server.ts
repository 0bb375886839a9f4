import {createServer} from 'node:http';
import {request} from 'undici';
import {startPractice} from '../../source/practice/practice.ts';

// A process of its own, so that serving costs the one that is measured nothing: the practice
// Dashboard's list is made once and answered from memory. Says where it is, and ends with its input.
const practice = await startPractice({apis: Number(process.argv[2]), now: Date.now});
const {body} = await request(`${practice.url}/api/apis?p=-1`, {
  headers: {authorization: practice.credential},
});
const list = Buffer.from(await body.arrayBuffer());
await practice.close();

const server = createServer((_, response) => {
  response.writeHead(200, {'content-type': 'application/json', 'content-length': list.length});
  response.end(list);
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  process.stdout.write(`http://127.0.0.1:${String(port)} ${list.length}\n`);
});
process.stdin.on('end', () => {
  process.exit();
});
process.stdin.resume();
