import { Message } from "./message";

export default function Forbidden() {
  return (
    <main>
      <Message kind="forbidden" />
    </main>
  );
}
