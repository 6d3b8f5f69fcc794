import { expect, test } from "vitest";
import { EnvironmentError, parseEnvironment } from "./environment";

test("without APP_ORIGIN it is an evaluation on loopback", () => {
  const settings = parseEnvironment({});
  expect(settings).toMatchObject({
    host: "127.0.0.1",
    port: 3000,
    evaluation: true,
    secure: false,
  });
});

test("an evaluation is not opened to the network", () => {
  expect(() => parseEnvironment({ HOST: "0.0.0.0" })).toThrow(/APP_ORIGIN/);
});

test("production needs its event key from outside", () => {
  expect(() => parseEnvironment({ APP_ORIGIN: "https://ledger.example" })).toThrow(
    /EVENT_KEY_FILE/,
  );
  const settings = parseEnvironment({
    APP_ORIGIN: "https://ledger.example/",
    EVENT_KEY_FILE: "/etc/key",
    HOST: "0.0.0.0",
  });
  expect(settings).toMatchObject({
    appOrigin: "https://ledger.example",
    evaluation: false,
    secure: true,
  });
});

test("production keeps its key outside the data folder, and its sessions off the open network", () => {
  const origin = { APP_ORIGIN: "https://ledger.example", DATA_DIR: "/srv/ledger" };
  expect(() => parseEnvironment({ ...origin, EVENT_KEY_FILE: "/srv/ledger/event.key" })).toThrow(
    /inside DATA_DIR/,
  );
  expect(() =>
    parseEnvironment({ ...origin, EVENT_KEY_FILE: "/srv/ledger-keys/event.key" }),
  ).not.toThrow();
  expect(() =>
    parseEnvironment({ APP_ORIGIN: "http://ledger.example", EVENT_KEY_FILE: "/etc/key" }),
  ).toThrow(/https/);
});

test.each([{ PORT: "abc" }, { PORT: "70000" }, { APP_ORIGIN: "ledger" }])(
  "%j is refused by name",
  (source) => {
    expect(() => parseEnvironment(source)).toThrow(EnvironmentError);
  },
);
