import { usageError } from '../error.js';
import type { ExportRun, FormatOption, FormatValues } from './format.js';

/** `--frame`: in which pixels boxes are. */
export const frameOption: FormatOption = {
  name: 'frame',
  about: 'original: pixels of the image, needs the sizes of --mimic-metadata; 224: the padded square',
  words: ['original', '224'],
  unless: 'original',
};

/** The statement that makes `chosen_boxes` in the frame of the options. */
export const boxesStatement = ({ frame }: FormatValues) => (frame === '224' ? 'boxes_224' : 'boxes_original');

/**
 * Expects the size of every chosen image where boxes are in original pixels, and makes `chosen_boxes`.
 * @throws UserError of wrong usage
 */
export async function chooseFrame(run: ExportRun, format: string): Promise<void> {
  if (run.values.frame === 'original') {
    const [found] = await run.all(
      'select count(*)::integer as images, count(*) filter (image_width is null or image_height is null)::integer as unsized from chosen_images',
    );
    const { images, unsized } = found as { images: number; unsized: number };
    if (unsized > 0) {
      const what = unsized === images ? 'none of the images' : `${unsized} of ${images} images without one`;
      throw usageError(
        `export ${format}: expected the size of every image, found ${unsized === images ? 'that of ' : ''}${what}; ` +
          'boxes in original pixels need it: build with --mimic-metadata mimic-cxr-2.0.0-metadata.csv.gz, or give --frame 224 ' +
          'for boxes in the padded square of 224 × 224',
      );
    }
  }
  await run.run(run.statement(boxesStatement(run.values)));
}

/** What a frame is, for a README. */
export const frameRule = ({ frame }: FormatValues) =>
  frame === '224'
    ? 'Boxes are in the 224 frame: the image scaled so that its longer side has 224 pixels, and padded to a square.'
    : 'Boxes are in pixels of the original image, whose size is that of the MIMIC-CXR-JPG metadata, and clipped to it. The graphs have them computed from the 224 frame: they are no finer than that.';
