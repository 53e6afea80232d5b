import { useEffect, useState } from "react";

const storageKey = "verbatim.guides";

/** Whether guides lie over the sheet; this browser remembers. */
export function useGuides(): [boolean, () => void] {
  const [isOn, setOn] = useState(false);
  useEffect(() => setOn(localStorage.getItem(storageKey) === "on"), []);
  const toggle = () => {
    setOn(!isOn);
    try {
      localStorage.setItem(storageKey, isOn ? "off" : "on");
    } catch {
      // A forbidden storage forgets; the guides show all the same.
    }
  };
  return [isOn, toggle];
}
