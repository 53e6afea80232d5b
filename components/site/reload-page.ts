/** Loads the page anew; whoever keeps something does so as it goes (`pagehide`). */
export const reloadPage = (): void => location.reload();
