// The quick replies of the desk.
import { RepliesEditor } from "@/features/chat/desk/replies-editor";

export default function Page() {
  return <RepliesEditor />;
}
