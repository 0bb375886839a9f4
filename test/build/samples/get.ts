import {Agent} from 'undici';

export const get = async (origin: string): Promise<string> => {
  const agent = new Agent();
  try {
    const {body} = await agent.request({origin, path: '/', method: 'GET'});
    return await body.text();
  } finally {
    await agent.close();
  }
};
