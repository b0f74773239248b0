import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { racine } from '../../commun/racine';
import { type CodeDoute, type Doute, doutes } from '../../domain/droit/doutes';

const regles = readFileSync(join(racine, 'docs', 'regles.md'), 'utf8');

function enLigne(code: string, { regle, parametres, lectures, annonce, refus, lettre, tache }: Doute): string {
  const cellules = [
    code,
    regle,
    parametres.join(', ') || '–',
    ...lectures,
    annonce,
    refus ?? '–',
    lettre ?? '–',
    tache ?? '–',
  ];
  return `| ${cellules.join(' | ')} |`;
}

it.each(Object.entries(doutes) as [CodeDoute, Doute][])(
  'le doute %s a la même ligne dans docs/regles.md',
  (code, doute) => {
    expect(regles).toContain(enLigne(code, doute));
  },
);
