// One's messages, before one of them is chosen.
import { Empty } from "@/components/ui/empty";

export default function Page() {
  return <Empty title="Choose a conversation">What was said stays here, in the order in which it was said.</Empty>;
}
