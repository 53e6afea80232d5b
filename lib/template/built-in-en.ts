import type { BuiltInId } from "./built-in-ids";
import { builtInZh } from "./built-in-zh";
import type { Wording } from "./wording";

/** What the built-in templates say in English. */
export const builtInEn: Record<BuiltInId, Wording> = {
  sale: {
    words: [
      ["title", "Summer Sale"],
      ["subtitle", "50% off site-wide"],
      ["smallPrint", "1–15 July · in store and online", { emphasis: "normal" }],
    ],
    subject: "a fresh beach scene with open sky above",
  },
  newArrival: {
    words: [
      ["brand", "Fieldnote", { place: "top-left", lettering: "serif" }],
      ["label", "NEW", { place: "top-right", colour: "red" }],
      ["title", "The Autumn Edit", { place: "left", colour: "brown", emphasis: "normal" }],
      ["subtitle", "Linen, wool and corduroy", { place: "bottom", colour: "brown" }],
      ["smallPrint", "In store and online from today", { colour: "brown", emphasis: "normal" }],
    ],
    subject:
      "a camel wool coat on a pale beige wall, dried reeds in a vase, empty space on the left",
  },
  event: {
    words: [
      ["title", "Starlight Run", { colour: "white" }],
      ["subtitle", "Five kilometres by the river", { colour: "white" }],
      ["label", "20 September, 7 pm", { place: "bottom", colour: "yellow", emphasis: "strong" }],
      ["body", "Riverside Park, South Gate", { place: "bottom", colour: "white" }],
      [
        "smallPrint",
        "Free entry; glow bands for the first 200",
        { colour: "white", emphasis: "normal" },
      ],
    ],
    subject: "a riverside path at night, light trails of runners, city lights on the water",
  },
  couplet: {
    words: builtInZh.couplet.words,
    subject: "red Xuan paper with faint gold clouds and a pair of lanterns",
    // Its words are Chinese, what surrounds them is said in English.
    promptLanguage: "en",
  },
  opening: {
    words: [
      ["brand", "The Corner Noodle House", { place: "top", lettering: "serif", colour: "gold" }],
      ["title", "Now Open", { place: "center", colour: "gold" }],
      ["slogan", "Come in, it is hot", { place: "center", lettering: "serif", colour: "white" }],
      ["body", "20% off for three days", { place: "bottom", colour: "white", emphasis: "strong" }],
      ["smallPrint", "18 South Gate Street · 10 am–9 pm", { colour: "white", emphasis: "normal" }],
    ],
    subject:
      "a shop front with red silk ribbons and flower baskets, a steaming bowl of noodles, a plain red field in the middle",
  },
  recruitment: {
    words: [
      ["title", "Join our team", { place: "top-left", lettering: "sans", colour: "white" }],
      [
        "subtitle",
        "Small shop, large plans",
        { place: "top-left", lettering: "sans", colour: "white" },
      ],
      [
        "body",
        "Graphic designer\nShop manager\nThree baristas",
        { place: "left", colour: "yellow", emphasis: "strong" },
      ],
      ["label", "Weekends off · paid training", { colour: "white", emphasis: "strong" }],
      [
        "smallPrint",
        "Write to jobs@example.com",
        { place: "bottom-left", colour: "white", emphasis: "normal" },
      ],
    ],
    subject:
      "a plain blue background, white paper planes flying from lower left to upper right, geometric shapes at the edges, much empty space",
  },
  packaging: {
    words: [
      ["brand", "HILL & LEAF", { place: "top" }],
      ["title", "Green Tea", { place: "center", lettering: "serif" }],
      ["label", "Net 250 g", { place: "bottom-left" }],
      ["smallPrint", "Grown in Hangzhou", { place: "bottom-right" }],
    ],
    subject: "front of a tea box, embossed green tea hills, matte paper, light background",
  },
  menu: {
    words: [
      ["title", "Menu", { colour: "white" }],
      ["subtitle", "In season, made to order", { colour: "white" }],
      [
        "body",
        "Spring onion noodles £9\nStir-fried greens £7\nBraised meatballs £13\nSteamed sea bass £22\nOsmanthus rice pudding £5",
        { lettering: "serif", colour: "white", emphasis: "strong" },
      ],
      ["smallPrint", "Please tell us about allergies", { colour: "white", emphasis: "normal" }],
    ],
    subject:
      "a dark wood table from above, plain pottery, herbs and spices in the corners, the middle left free",
  },
  course: {
    words: [
      ["title", "Weekend Calligraphy", { colour: "black" }],
      ["subtitle", "Eight lessons for beginners", { colour: "black" }],
      ["body", "Saturdays, 2–4 pm\nArt room, third floor", { place: "left", colour: "black" }],
      ["label", "Materials included", { place: "bottom-left", colour: "red" }],
      [
        "smallPrint",
        "Sign up by 25 August",
        { place: "bottom-right", colour: "black", emphasis: "normal" },
      ],
    ],
    subject:
      "ink wash on rice paper, an inkstone and a brush on the right, ink spreading softly, the rest left empty",
  },
  greeting: {
    words: [
      ["title", "Happy Mid-Autumn", { colour: "gold", emphasis: "normal" }],
      [
        "slogan",
        "One moon,\nwherever we are",
        { place: "right", lettering: "serif", colour: "white" },
      ],
      [
        "brand",
        "From all of us at Hill & Leaf",
        { place: "bottom", colour: "gold", emphasis: "normal" },
      ],
    ],
    subject:
      "a full moon over a deep blue night, osmanthus branches hanging on the left, thin clouds, specks of gold",
  },
  safety: {
    words: [
      ["title", "Hard hats must be worn", { lettering: "sans", colour: "black" }],
      ["subtitle", "on this site", { lettering: "sans", colour: "red" }],
      [
        "body",
        "Clip on when working at height\nKeep clear of lifted loads\nNo hot work without a permit",
        { colour: "black", emphasis: "strong" },
      ],
      [
        "smallPrint",
        "Something unsafe? Tell the site manager",
        { colour: "black", emphasis: "normal" },
      ],
    ],
    subject:
      "a notice board on a plain white background, yellow and black hazard stripes around the edge, a yellow helmet icon at the lower right",
  },
  chart: {
    words: [
      ["title", "The Water Cycle", { lettering: "sans" }],
      ["label", "Evaporation", { place: "left", colour: "blue", emphasis: "strong" }],
      ["label", "Condensation", { place: "center", colour: "blue", emphasis: "strong" }],
      ["label", "Precipitation", { place: "right", colour: "blue", emphasis: "strong" }],
      ["label", "Collection", { place: "bottom", colour: "blue", emphasis: "strong" }],
    ],
    subject:
      "an educational chart on a plain white background, sea, clouds and hills in a circle of arrows",
  },
  advert: {
    words: [
      [
        "slogan",
        "First, a cup.",
        { place: "top-left", lettering: "handwriting", colour: "white", emphasis: "strong" },
      ],
      ["brand", "Morning Coffee", { place: "bottom-right", colour: "white" }],
      [
        "smallPrint",
        "Second cup half price",
        { place: "bottom-left", colour: "white", emphasis: "normal" },
      ],
    ],
    subject: "a latte on a wooden coffee table, morning sun through the window, shallow depth",
  },
};
