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

export type Page = { url: string; cookie: string };
type Answers = { p50: number; p95: number; bytes: number };

const TURNS = 10;
const ASKED_IN_A_TURN = 50;

/**
 * Pages of several servers, each over one connection, asked in turns: a slow minute of the machine is one of them all.
 * Times in ms, and the size of an answer.
 */
export async function inTurns<Name extends string>(
  pages: Record<Name, Page>,
): Promise<Record<Name, Answers>> {
  const asked = (Object.entries(pages) as [Name, Page][]).map(([name, page]) => ({
    ...{ name, ...page, agent: oneConnection() },
    ...{ times: [] as number[], bytes: 0 },
  }));
  for (const { url, cookie, agent } of asked)
    for (let run = 0; run < WARM_UP; run += 1) await request(url, cookie, agent);
  for (let turn = 0; turn < TURNS; turn += 1)
    for (const page of asked)
      for (let run = 0; run < ASKED_IN_A_TURN; run += 1) {
        const start = performance.now();
        page.bytes = await request(page.url, page.cookie, page.agent);
        page.times.push(performance.now() - start);
      }
  for (const { agent } of asked) agent.destroy();
  const answers = asked.map(({ name, times, bytes }) => [name, { ...percentiles(times), bytes }]);
  return Object.fromEntries(answers) as Record<Name, Answers>;
}

function oneConnection(): Agent {
  return new Agent({ keepAlive: true, maxSockets: 1 });
}

/** Requests a second with 16 connections that never pause. */
export async function underLoad({ url, cookie }: Page): Promise<number> {
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
