"use client";

import { Failure } from "./failure";

export default function PageFailure(failure: Parameters<typeof Failure>[0]) {
  return (
    <main>
      <Failure {...failure} />
    </main>
  );
}
