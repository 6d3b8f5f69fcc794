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

test.each([{ PORT: "abc" }, { PORT: "70000" }, { APP_ORIGIN: "ledger" }])(
  "%j is refused by name",
  (source) => {
    expect(() => parseEnvironment(source)).toThrow(EnvironmentError);
  },
);
