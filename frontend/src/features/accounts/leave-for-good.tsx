// The last question before an account is erased.
"use client";
import { useRouter } from "next/navigation";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Checkbox } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { useToast } from "@/components/ui/toast";
import { useSession } from "@/lib/session/session-context";
import { eraseMe } from "./account-calls";
import { useForm } from "./use-form";

export function LeaveForGood({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const leave = useSession((state) => state.leave);
  const toast = useToast();
  const router = useRouter();
  const { isBusy, error, submit } = useForm(async () => {
    await leave(eraseMe, "/");
    toast({ tone: "good", title: "Your account is erased", text: "Thank you for having been here." });
    router.refresh();
  });
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title="Delete your account?">
      <form onSubmit={submit} className="grid gap-5">
        {error ? <Notice tone="bad" role="alert" title={error} /> : null}
        <p>This cannot be undone. Lots that you lead or have won stay yours to pay.</p>
        <Checkbox label="I understand, erase me" name="sure" required />
        <div className="grid gap-2 sm:grid-cols-2">
          <Button type="submit" tone="danger" isBusy={isBusy} busyText="Erasing…">
            Delete my account
          </Button>
          <Button tone="line" onClick={onClose}>
            Stay
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
