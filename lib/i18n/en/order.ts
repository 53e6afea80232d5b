/** Ordering, progress and what can go wrong, in English. */
export const order = {
  make: {
    count: "Number of images",
    fewer: "Fewer",
    more: "More",
    each: "of each of {ratios} ratios",
    cost: "{images} × {price} = up to {total}",
    official: "The official price is {price} an image.",
    button: "Make {images, plural, one {# poster} other {# posters}}",
    upTo: "up to {total}",
    draft: "Draft",
    bare: "without words",
    free: "free",
    draftHint: "Typesets your words at once, without the model",
    noKey:
      "No key is set, so posters are typeset as free drafts. To have the model paint, set NEBULA_API_KEY on the server and start it again.",
    sending: "Sending…",
    queued: "{images, plural, one {# poster is} other {# posters are}} on the way.",
    leftOrder: "at most {left} an order",
    leftDay: "{left} left today",
    leftMonth: "{left} left this month",
    offerStored:
      "{images, plural, one {Exactly this picture is} other {# pictures of exactly this order are}} in your gallery already.",
    offerUnderWay:
      "{images, plural, one {Exactly this picture is} other {# pictures of exactly this order are}} being made at this moment.",
    offerTake: "Take what is there · ¥0.00",
    offerTakeRest: "Take {images} · make {rest}, up to {total}",
    offerNew:
      "{images, plural, one {Make a new one anyway} other {Make # new ones anyway}} · {total}",
    offerLabel: "Already made",
    offerDismiss: "Not now",
    check: "Something needs mending first",
  },
  board: {
    heading: "Proofs",
    total: "in sight {total}",
    clear: "Clear finished",
    more: "Show {count, plural, one {# older one} other {# older ones}}",
    empty: "What you make appears here and in the gallery.",
    announce: "{ratio}: {state}",
    waiting: "Waiting",
    waitingBehind: "Waiting · {position} ahead",
    painting: "Painting {seconds} s",
    usual: "usually {seconds} s",
    usualRange: "usually {from}–{to} s",
    slow: "No answer yet, still waiting. A busy model may take minutes.",
    saving: "Saving",
    done: "Done",
    failed: "Failed",
    cancelled: "Cancelled",
    unknown: "Outcome unknown",
    draftBadge: "Draft, typeset",
    modelBadge: "Painted",
    costWhenDone: "{cost} when it succeeds",
    costNothing: "¥0.00, not charged",
    costMaybe: "{cost} may have been charged",
    costPaid: "{cost} paid",
    costBoth: "{cost} paid, {maybe} more may have been charged",
    costCached: "¥0.00, already made",
    cancel: "Cancel",
    giveUp: "Stop waiting · {cost} may be charged",
    giveUpPaid: "Stop waiting; fetch it later",
    retry: "Try again",
    retryPaid: "Fetch it again · ¥0.00",
    retryUnknown: "Make it again · {cost}",
    retrying: "Refused for the moment; it is tried again by itself in about {seconds} s.",
    follows: "Waiting for the same picture",
    makeNew: "Make a new one · {cost}",
    plant: "Try the proofreading: plant a typo",
    plantHint: "Makes this draft again, free, with one wrong character, so that you see it found",
    planted: "One typo is planted in this draft on purpose.",
    cachedBadge: "Already made",
    details: "Details",
    upstreamSaid: "The service said",
    reason: "Reason",
    hostToAllow: "The host to add: {host}",
    requestId: "Request",
    download: "PNG",
    remix: "Remix",
    setWords: "Set the words",
    open: "Open the {ratio} picture",
    facts: "{cost} · {seconds} s · {width}×{height}",
  },
  failures: {
    sizeUnsupported: "The service does not take this size at the moment. Choose another ratio.",
    badRequest: "The service could not read the order. Shorten the prompt or try other settings.",
    moderatedInput:
      "The service's content check refused the words. Change the words or the scene, then try again; harmless text is sometimes refused too.",
    moderatedOutput:
      "The picture was painted but blocked by the service's content check. Change the scene, then try again.",
    providerAccount:
      "The operator of the service has trouble with its own account. Wait, or write to its support; your key is fine.",
    auth: "The key was refused. Put a valid NEBULA_API_KEY on the server and start it again.",
    quota: "The key's quota is used up. Raise it at the service, then try again.",
    balance: "The account has too little balance. Top it up at the service, then try again.",
    forbiddenModel: "The key may not use this model. Allow it for the key at the service.",
    forbiddenIp:
      "The key may not be used from this server's address. Add the address at the service.",
    forbidden:
      "The service refuses this order: the account lacks the permission, or the balance. Check both at the service, or write to its support.",
    config:
      "The address of the service looks wrong. Check NEBULA_BASE_URL and NEBULA_MODEL on the server.",
    rateLimited: "Too many orders at once for the service. Wait a minute, then try again.",
    gateway:
      "The service tripped, and may have charged all the same. Look at its bill before you make it again; that is not done by itself.",
    upstream: "The painter behind the service tripped. Try again in a few minutes.",
    busy: "The painter behind the service is busy or down. Try again in a few minutes.",
    rewriteFailed: "The service could not expand the prompt. Turn expansion off, then try again.",
    modelUnavailable: "The service has no painter for this model now. Check NEBULA_MODEL, or wait.",
    network:
      "The service cannot be reached. Check the server's connection, its proxy and NEBULA_BASE_URL, then try again; nothing was charged.",
    unknownOutcome:
      "The answer was lost on the way. The picture may have been painted and charged; it is not ordered again by itself.",
    givenUp:
      "You stopped waiting for this picture. Should it still come, it is kept here by itself.",
    emptyResult:
      "The service answered without a picture. It may have been charged; make it again if you like.",
    answerTooLarge:
      "The service's answer was larger than any picture may be, and was not read to its end. It may have been charged; look at its bill before you make it again.",
    notJson: "A web page answered instead of the service. Check NEBULA_BASE_URL on the server.",
    noKey:
      "No key is set. Put NEBULA_API_KEY on the server and start it again, or make a free draft.",
    resultHost:
      "The picture is painted and paid for, but waits at a host that is not allowed. If you trust that host, add it to UPSTREAM_RESULT_HOSTS on the server, start the server again, then fetch the picture.",
    downloadFailed:
      "The picture is painted and paid for but could not be fetched yet. Fetch it again.",
    resultExpired: "The picture's address has expired. Make it again.",
    notPicture: "What came back is not a whole picture. Fetch it again.",
    diskFull:
      "The server's disk is full. Free some room, then try again. A picture that still waits at the service is fetched, not painted twice.",
    internal: "Something went wrong on our side. Try again; the server's log has the reason.",
  },
  // The same, where the picture cannot be fetched any more.
  failuresForGood: {
    resultHost:
      "The picture waited at a host that is not allowed, and its address has expired meanwhile. If you trust that host, add it to UPSTREAM_RESULT_HOSTS on the server and start the server again before you make another.",
    downloadFailed:
      "The picture was painted and paid for, but could not be fetched before its address expired. Make it again.",
    notPicture:
      "What came back is not a whole picture, and there is nothing left to fetch. It was paid for; look at the service's bill, or make it again.",
  },
  errors: {
    empty: "Write some words, or describe the scene.",
    noScene: "Describe the scene: without the words there is nothing else to paint.",
    promptTooLong:
      "The prompt is {used} characters long; the model reads {limit}. Shorten the scene or the words.",
    wordsTooLong:
      "With the whole scene left out, the words still make a prompt {excess} characters longer than the {limit} the model reads. Shorten them, or use a second poster.",
    negativeTooLong:
      "“Keep out” is {used} characters long; the model reads {limit}. Take some out.",
    tooManyImages:
      "That would be {images} images; one order makes at most {limit}. Choose fewer images or ratios.",
    noQuotes:
      "One text contains every kind of quotation mark, so it cannot be quoted. Take one kind out.",
    count: "Choose from 1 to 20 images.",
    noRatio: "Choose at least one ratio.",
    tooLong: "This is too long. Shorten it.",
    unprintable: "This holds a character that cannot be printed. Type it again.",
    tooManyBlocks: "A poster has at most {limit} blocks. Put some together.",
    repeated: "Something is chosen twice. Choose it once.",
    invalidInput:
      "The order could not be read. Load the page again and try once more; your words are kept.",
    notFound: "That picture is not there any more. Load the page again.",
    notPicture: "That file is no whole picture. It stays where it is.",
    tooLate: "Too late to cancel: it is being painted already.",
    notRetryable: "That one is under way already.",
    tooEarly:
      "There is nothing to stop waiting for: it has an answer already, or began only a moment ago.",
    costsMore:
      "That would cost more than the button said, so nothing was ordered. The button now says what it costs; press it again if you like.",
    otherOrder:
      "An order of this number is there already with other content, so nothing was ordered. Load the page again, then try once more; your words are kept.",
    diskFull: "The server's disk is full. Free some room, then try again.",
    answersWait:
      "Pictures that are paid for cannot be written down on the server at the moment, so nothing new is ordered. It goes on trying by itself; order again in a minute, or look at /api/health.",
    storageAway:
      "The server cannot write to its database or data folder at the moment, so nothing was ordered. Try again in a minute; if it stays so, look at /api/health.",
    workerStalled:
      "Painting has come to a halt on the server, so nothing new is ordered. Start the server again; what waits is painted then.",
    paintersAway: "No key is set on the server. Make a free draft, or set NEBULA_API_KEY.",
    overOrder:
      "That costs more than one order may. Choose fewer images, or raise the budget on the Spend page.",
    overDay:
      "That is more than today's budget has left. Choose fewer images, wait for tomorrow, or raise the budget on the Spend page.",
    overMonth:
      "That is more than this month's budget has left. Choose fewer images, or raise the budget on the Spend page.",
    amount: "Write an amount in yuan, such as 20 or 4.50; leave it empty for no limit.",
    noRoom: "There is no room for more templates. Export and delete some, then try again.",
    internal: "Something went wrong on our side. Try again; the server's log has the reason.",
    offline: "You are offline. Your words are kept here; try again when you are back.",
    serverGone: "The server does not answer. Your words are kept here; try again when it is back.",
    newVersion: "A new version is here: load the page again. Your words are kept.",
    turnedAway:
      "The server does not accept this address. Whoever runs it finds what to set in the README, under “Behind a proxy”.",
    unanswered:
      "The server answered something this page does not understand. Your words are kept; load the page again, and look at the server's log if it stays.",
  },
} as const;
