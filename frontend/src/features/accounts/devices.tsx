// Where one is signed in, with a way to end each.
"use client";
import { Button } from "@/components/ui/button";
import { Door } from "@/components/ui/door";
import { Moment } from "@/components/ui/moment";
import { PageHead } from "@/components/ui/section-page";
import { Tag } from "@/components/ui/tag";
import { useToast } from "@/components/ui/toast";
import { sentence } from "@/lib/api/problem";
import { useDoor } from "@/lib/api/use-door";
import { endDevice, endOtherDevices, fetchDevices } from "./account-calls";

/** "Firefox on Linux" out of what the browser says of itself. */
export function deviceWords(agent: string): string {
  const browser = /Edg\//.test(agent) ? "Edge" : /Firefox\//.test(agent) ? "Firefox" : /Chrome\//.test(agent) ? "Chrome" : /Safari\//.test(agent) ? "Safari" : null;
  const system = /Android/.test(agent) ? "Android" : /iPhone|iPad/.test(agent) ? "iOS" : /Windows/.test(agent) ? "Windows" : /Mac OS/.test(agent) ? "macOS" : /Linux/.test(agent) ? "Linux" : null;
  if (!browser) return agent.slice(0, 60) || "Unknown device";
  return system ? `${browser} on ${system}` : browser;
}

export function Devices() {
  const view = useDoor("devices", fetchDevices);
  const toast = useToast();
  const act = (doing: Promise<unknown>, words: string) =>
    doing.then(
      () => {
        toast({ tone: "good", title: words });
        view.reload();
      },
      (error: unknown) => toast({ tone: "bad", title: "Nothing was ended", text: sentence(error) }),
    );
  return (
    <>
      <PageHead
        title="Devices"
        action={
          <Button tone="line" onClick={() => void act(endOtherDevices(), "Signed out everywhere else")}>
            Sign out everywhere else
          </Button>
        }
      >
        Every place where you are signed in. An ended one is out within a second, also in an open lot.
      </PageHead>
      <Door view={view} what="The list of devices">
        {(devices) => (
          <ul>
            {devices.map((device) => (
              <li key={device.id} className="flex flex-wrap items-center justify-between gap-3 border-b border-hairline py-4">
                <div>
                  <p className="flex flex-wrap items-center gap-2 font-semibold">
                    {deviceWords(device.device)} {device.is_current ? <Tag tone="good">This one</Tag> : null}
                  </p>
                  <p className="text-small text-ink-soft">
                    {device.address} · last used <Moment iso={device.last_used_at} />
                  </p>
                </div>
                {device.is_current ? null : (
                  <Button size="small" tone="danger" onClick={() => void act(endDevice(device.id), "Signed out there")}>
                    Sign out
                  </Button>
                )}
              </li>
            ))}
          </ul>
        )}
      </Door>
    </>
  );
}
