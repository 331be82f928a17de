// The desk before a conversation is chosen.
import { Empty } from "@/components/ui/empty";

export default function Page() {
  return <Empty title="Choose a conversation">Press “?” for the keys of the desk.</Empty>;
}
