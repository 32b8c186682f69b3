/** Whether the text of documents must be kept. */

/** Whether one of the formats shows the text in which findings stand, besides the findings. */
export const needsBody = (formats: readonly string[]): boolean => formats.includes('html') || formats.includes('qdpx');
