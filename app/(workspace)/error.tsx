"use client";

import { Failure } from "../failure";

/** Inside the frame, which has the `main`. */
export default function PageFailure(failure: Parameters<typeof Failure>[0]) {
  return <Failure {...failure} />;
}
