import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { SavePicture } from '../../ui/picture/savePicture.ts';
import { screenSvg } from '../../ui/picture/screenSvg.ts';
import { screenText } from '../../ui/picture/screenText.ts';
import { writePicture } from './writePicture.ts';

/**
 * Saves pictures of a running screen in a folder, as `tenure-<name>.svg` and the same as text beside it. What is there
 * stays: further pictures of one name get -2, -3 and so on.
 *
 * @param folder empty: the current one
 */
export function pictureSaver(folder: string): SavePicture {
  return ({ name, title, rows, columns }) => {
    const file = freeName(join(folder, `tenure-${name.replace(/[^\w.-]+/g, '-')}`));
    writePicture(`${file}.svg`, screenSvg(rows, { columns, title }));
    writePicture(`${file}.txt`, screenText(rows));
    return `${file}.svg`;
  };
}

function freeName(file: string): string {
  const taken = (name: string) => existsSync(`${name}.svg`) || existsSync(`${name}.txt`);
  let name = file;
  for (let number = 2; taken(name); number++) name = `${file}-${number}`;
  return name;
}
