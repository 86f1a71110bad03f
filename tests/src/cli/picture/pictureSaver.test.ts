import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { pictureSaver } from '../../../../src/cli/picture/pictureSaver.ts';
import { screenSvg } from '../../../../src/ui/picture/screenSvg.ts';
import { row } from '../../../../src/ui/row.ts';
import { temporaryFolder } from '../../../support/temporaryFolder.ts';

const picture = { name: 'shop-dqn-day-41', title: 'a day', rows: [row('hello')], columns: 20 };

describe('pictureSaver()', () => {
  it('writes a picture and its text, and says where', () => {
    const folder = temporaryFolder();
    const file = pictureSaver(folder)(picture);
    expect(file).toBe(join(folder, 'tenure-shop-dqn-day-41.svg'));
    expect(readFileSync(file, 'utf8')).toBe(screenSvg(picture.rows, picture));
    expect(readFileSync(file.replace('.svg', '.txt'), 'utf8')).toBe('hello\n');
  });

  it('leaves alone what is there, be it the picture or the text', () => {
    const folder = temporaryFolder();
    const save = pictureSaver(folder);
    writeFileSync(join(folder, 'tenure-shop-dqn-day-41.txt'), 'mine');
    expect(save(picture)).toBe(join(folder, 'tenure-shop-dqn-day-41-2.svg'));
    expect(save(picture)).toBe(join(folder, 'tenure-shop-dqn-day-41-3.svg'));
    expect(readFileSync(join(folder, 'tenure-shop-dqn-day-41.txt'), 'utf8')).toBe('mine');
    expect(readdirSync(folder)).toHaveLength(5);
  });

  it('makes a name of one file, whatever a scenario is called', () => {
    const folder = temporaryFolder();
    expect(pictureSaver(folder)({ ...picture, name: '../a shop/π day 1' })).toBe(
      join(folder, 'tenure-..-a-shop-day-1.svg'),
    );
    expect(readdirSync(folder)).toHaveLength(2);
  });

  it('says why a picture cannot be written', () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'file'), '');
    expect(() => pictureSaver(join(folder, 'file'))(picture)).toThrow(
      /tenure-shop-dqn-day-41\.svg cannot be written: part of this path is not a folder/,
    );
  });
});
