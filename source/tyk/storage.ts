import {look} from './call.ts';
import type {Link} from './link.ts';
import {jsonOf} from './parse/json.ts';
import {serverMessage} from './parse/server-message.ts';
import {fieldsOf, rawText} from './parse/shape.ts';

/**
 * Whether a gateway's Redis works: without it every key "is not there" (gateway.md C.4). `false` also when the
 * gateway does not say. Old releases have no `/ready`, and their `/hello` may be 10 s behind.
 */
export const storageWorks = async (link: Link): Promise<{works: boolean; message: string}> => {
  const {signal} = new AbortController();
  const options = {signal, deadlines: link.timings.look};
  const ready = await look(link, '/ready', options);
  if (!ready.ok) return {works: false, message: ''};
  if (ready.value.status !== 404)
    return {works: ready.value.status === 200, message: serverMessage(ready.value).text};
  const hello = await look(link, '/hello', options);
  const json = hello.ok ? jsonOf(hello.value) : undefined;
  const {redis} = fieldsOf(fieldsOf(json?.ok === true ? json.value : undefined).details);
  const {status, output} = fieldsOf(redis);
  return {works: status === 'pass', message: rawText(output)};
};
