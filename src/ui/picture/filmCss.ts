import type { Scene } from './scenesOf.ts';

/** Seconds that the last frame stays longer than the others, so that it is seen to be the last. */
const REST = 2;

/** The class of a scene in the style sheet. */
export function sceneClass(number: number): string {
  return `s${number}`;
}

/**
 * The style sheet that shows every scene in its frames, over and over. It holds only for people who did not ask for
 * less motion.
 *
 * @param frames in the film
 */
export function filmCss(scenes: readonly Scene[], frames: number, secondsEach: number): string {
  const total = frames * secondsEach + REST;
  const percent = (frame: number) => `${Number(((100 * frame * secondsEach) / total).toFixed(4))}%`;
  const rules = scenes.flatMap((scene, k) => {
    if (scene.frames.length === frames) return [];
    const name = sceneClass(k);
    return [`@keyframes ${name}{${keyframes(scene, frames, percent)}}`, `.${name}{animation-name:${name}}`];
  });
  const every = `g{animation:${total}s step-end infinite}`;
  return `@media (prefers-reduced-motion:no-preference){\n${[every, ...rules].join('\n')}\n}`;
}

/** Visible or hidden from every frame on in which that changes. */
function keyframes({ frames }: Scene, all: number, percent: (frame: number) => string): string {
  const shown = new Set(frames);
  const changes: string[] = [];
  for (let frame = 0; frame < all; frame++) {
    if (frame > 0 && shown.has(frame) === shown.has(frame - 1)) continue;
    changes.push(`${percent(frame)}{visibility:${shown.has(frame) ? 'visible' : 'hidden'}}`);
  }
  return changes.join('');
}
