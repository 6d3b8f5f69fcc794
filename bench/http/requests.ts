import { Agent, get } from "node:http";
import { percentiles } from "../measure";

const CONNECTIONS = 16;
const LOAD_MS = 6_000;
/** Until the engine has translated what it runs often: a server answers thousands of requests in this state. */
const WARM_UP = 1_000;

/** One request, the body read to its end; returns its length. Throws when the answer is not 200. */
function request(url: string, cookie: string, agent: Agent): Promise<number> {
  return new Promise((resolve, reject) => {
    get(url, { agent, headers: { cookie, accept: "text/html" } }, (response) => {
      let bytes = 0;
      response.on("data", (chunk: Buffer) => {
        bytes += chunk.length;
      });
      response.on("end", () =>
        response.statusCode === 200
          ? resolve(bytes)
          : reject(new Error(`${url} answered ${response.statusCode}.`)),
      );
    }).on("error", reject);
  });
}

/** p50 in ms over one connection, and the size of the answer. */
export async function oneConnection(url: string, cookie: string, runs = 200) {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const times: number[] = [];
  let bytes = 0;
  for (let run = -WARM_UP; run < runs; run += 1) {
    const start = performance.now();
    bytes = await request(url, cookie, agent);
    if (run >= 0) times.push(performance.now() - start);
  }
  agent.destroy();
  return { ...percentiles(times), bytes };
}

/** Requests a second with 16 connections that never pause. */
export async function underLoad(url: string, cookie: string): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const end = performance.now() + LOAD_MS;
  let answered = 0;
  const keepAsking = async () => {
    while (performance.now() < end) {
      await request(url, cookie, agent);
      answered += 1;
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, keepAsking));
  agent.destroy();
  return answered / (LOAD_MS / 1_000);
}
