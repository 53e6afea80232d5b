import { useEffect, useState } from "react";
import { keep, recall } from "@/components/ui/kept";

const name = "verbatim.guides";

/** Whether guides lie over the sheet; this browser remembers. */
export function useGuides(): [boolean, () => void] {
  const [isOn, setOn] = useState(false);
  useEffect(() => setOn(recall("browser", name) === "on"), []);
  const toggle = () => {
    setOn(!isOn);
    keep("browser", name, isOn ? "off" : "on");
  };
  return [isOn, toggle];
}
