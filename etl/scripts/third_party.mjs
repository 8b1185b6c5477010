// The licenses of the packages whose code is in a bundle. Plain JavaScript, because it is part of the build.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const isTerms = (name) => /^(licen[cs]e|copying|notice)/i.test(name);

/**
 * The text of THIRD_PARTY_LICENSES.txt: every package of which a bundle holds code, with its license and notice.
 * @param {import('esbuild').Metafile} metafile what esbuild says of its outputs
 * @param {string} root folder that the paths of the metafile start from
 * @param {readonly string[]} others folders of packages whose code is in files that esbuild does not make
 * @throws {Error} when a package has no license file: what is bundled must be allowed to be
 */
export function thirdPartyLicenses(metafile, root, others) {
  const sections = [...packageFolders(metafile), ...others].sort().map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
    const files = readdirSync(join(root, folder)).filter(isTerms).sort();
    if (files.length === 0)
      throw new Error(`${folder}: expected a license file to bundle it with, found none`);
    const texts = files.map((file) => readFileSync(join(root, folder, file), 'utf8').trim());
    return `${name} ${version} (${license})\n\n${texts.join('\n\n')}\n`;
  });
  const line = `${'-'.repeat(80)}\n`;
  return `The files of this folder contain code of the packages below, under their licenses.\n\n${line}${sections.join(line)}`;
}

/** Folders of the packages that have a byte in an output, sorted. */
function packageFolders({ outputs }) {
  const paths = Object.values(outputs).flatMap(({ inputs }) =>
    Object.entries(inputs)
      .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
      .map(([path]) => path),
  );
  const folders = paths.map((path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0]);
  return [...new Set(folders)].filter((folder) => folder !== undefined).sort();
}
