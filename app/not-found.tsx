import { Message } from "./message";

export default function NotFound() {
  return (
    <main>
      <Message kind="notFound" />
    </main>
  );
}
