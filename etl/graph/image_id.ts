const suffix = /\.dcm$/i;

/** An image id without the suffix of its file, `.dcm` in any case. */
export function withoutSuffix(imageId: string): string {
  return imageId.replace(suffix, '');
}
