import { Message } from "../message";

/** Inside the frame, which has the `main`. */
export default function NotFound() {
  return <Message kind="notFound" />;
}
