/** What is said when the page, the browser or the server is not as it should be, in English. */
export const trouble = {
  kept: {
    not: "This browser keeps no data for this page, so your work in progress is gone when you close or reload it. Save it as a template to keep it on the server.",
    understood: "All right",
    contested:
      "The unfinished poster was changed in another tab. What you write here stays in this tab until you choose.",
    take: "Take the other one",
    mine: "Keep this one",
  },
  connection: {
    offline: "You are offline. What you write stays here; the page goes on when you are back.",
    serverGone:
      "The server does not answer. What you write stays here, and the page goes on as soon as it does.",
    reload: "Load again",
  },
  part: {
    tripped: "This part of the page tripped over something. What you wrote is still there.",
    again: "Show it again",
    picture: "The picture could not be loaded",
  },
} as const;
