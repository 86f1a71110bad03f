import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { PopulationEnvironment } from '../../../environments/population/populationEnvironment.ts';
import { exampleProgram } from './exampleProgram.ts';

/** A change here changes every recorded run: it needs a reason that is stated where it is made. */
test('the first ten days of three shoppers are as ever', () => {
  const environment = new PopulationEnvironment(exampleProgram(), { users: 3 });
  environment.reset('frozen');
  const rows = Array.from({ length: 10 }, (_, day) => {
    const { rewards } = environment.step(Uint8Array.of(day % 4, 3, 0));
    return [...environment.stages, ...rewards, ...environment.column('satisfaction')].join(' ');
  });
  expect(rows).toMatchInlineSnapshot(`
    [
      "0 0 0 0.05000000074505806 0.4000000059604645 0.05000000074505806 0.6000000238418579 0.6529137492179871 0.6000000238418579",
      "0 0 0 0.03999999910593033 0.4000000059604645 0.05000000074505806 0.6000000238418579 0.6830267906188965 0.6610060930252075",
      "0 0 0 0.029999999329447746 0 0.05000000074505806 0.5616723299026489 0.6824467778205872 0.6354086399078369",
      "1 1 0 0.4000000059604645 0 0.05000000074505806 0.4995666444301605 0.6719828248023987 0.6354086399078369",
      "1 1 1 0.05000000074505806 0 0.05000000074505806 0.5149779319763184 0.6623137593269348 0.6800883412361145",
      "1 1 1 0.03999999910593033 0 0.05000000074505806 0.512696385383606 0.6490950584411621 0.6800883412361145",
      "1 1 1 0.029999999329447746 0 0.05000000074505806 0.5017570853233337 0.6328591704368591 0.754501223564148",
      "1 1 1 0 0 0.05000000074505806 0.4874586760997772 0.6185626983642578 0.7604478597640991",
      "1 1 1 0.05000000074505806 0 0.05000000074505806 0.47830504179000854 0.603531002998352 0.7604478597640991",
      "1 1 1 0.03999999910593033 0.4000000059604645 0.05000000074505806 0.4675244390964508 0.5790168642997742 0.7604478597640991",
    ]
  `);
});

test('a hundred days of a thousand shoppers are as ever', () => {
  const environment = new PopulationEnvironment(exampleProgram(), { users: 1_000, measured: true });
  environment.reset('frozen');
  for (let day = 0; day < 100; day++)
    environment.step(Uint8Array.from({ length: 1_000 }, (_, i) => (i + day) % 4));
  const names = ['satisfaction', 'fatigue', 'habit', 'recency', 'sum_return', 'sum_margin_'];
  const hash = createHash('sha256');
  for (const name of names) hash.update(Buffer.from(environment.column(name).slice().buffer));
  expect(hash.digest('hex')).toMatchInlineSnapshot(
    `"a10f13e66001cd3d4aba6a9a34895cfef5271ff214a4a86c9eb3f189f30832c0"`,
  );
});
