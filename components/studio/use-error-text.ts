import { type Messages, useTranslations } from "use-intl";
import { defaultCapability } from "@/lib/poster/capability";
import { countCharacters } from "@/lib/poster/characters";
import { maxBlocks, maxImages } from "@/lib/poster/choices";
import { compileNegative } from "@/lib/poster/keep-out";
import { imagesOf } from "@/lib/poster/obstacles";
import type { Poster } from "@/lib/poster/schema";

type Code = keyof Messages["errors"];

/** The sentence for a message of the schema, a code with or without an excess, and this poster's numbers. */
export function useErrorText(): (message: string, poster: Poster) => string {
  const t = useTranslations("errors");
  return (message, poster) => {
    const { promptLimit, negativeLimit } = defaultCapability;
    const [code = "", excess = "0"] = message.split(" ");
    switch (code) {
      case "promptTooLong": {
        const used = promptLimit + Number(excess);
        return t("promptTooLong", { used: `${used}`, limit: `${promptLimit}` });
      }
      case "wordsTooLong":
        return t("wordsTooLong", { excess, limit: `${promptLimit}` });
      case "negativeTooLong": {
        const used = countCharacters(compileNegative(poster));
        return t("negativeTooLong", { used: `${used}`, limit: `${negativeLimit}` });
      }
      case "tooManyImages":
        return t("tooManyImages", { images: `${imagesOf(poster)}`, limit: `${maxImages}` });
      case "tooManyBlocks":
        return t("tooManyBlocks", { limit: `${maxBlocks}` });
      default:
        return t.has(code as Code) ? t(code as Exclude<Code, ParametrisedCode>) : t("invalidInput");
    }
  };
}

type ParametrisedCode =
  | "promptTooLong"
  | "wordsTooLong"
  | "negativeTooLong"
  | "tooManyImages"
  | "tooManyBlocks";
