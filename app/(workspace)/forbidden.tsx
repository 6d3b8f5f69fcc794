import { Message } from "../message";

/** Inside the frame, which has the `main`. */
export default function Forbidden() {
  return <Message kind="forbidden" />;
}
