import type { DateCivile } from '../domain/calendrier/dates';
import { type LignePoint, type MatierePoint, type Rubrique, rubriques } from '../domain/flotte/matiere-du-point';
import { type DonneesPoint, rendrePoint } from './point-du-matin';

const ligne = (n: number, quoi = 'Rappeler la personne', date: string | null = '2026-03-12'): LignePoint => ({
  numero: `2026-${String(n).padStart(6, '0')}-12`,
  initiales: 'É. Œ.',
  quoi,
  date: date as DateCivile | null,
});

const matiere = (parties: Partial<Record<Rubrique, LignePoint[]>>): MatierePoint =>
  Object.fromEntries(rubriques.map((r) => [r, parties[r] ?? []])) as unknown as MatierePoint;

const donnees = (
  parties: Partial<Record<Rubrique, LignePoint[]>>,
  reste: Partial<DonneesPoint> = {},
): DonneesPoint => ({
  jour: '2026-03-24' as DateCivile,
  lecteur: 'Claire',
  remplacee: null,
  matiere: matiere(parties),
  url: 'https://jalon.example.org/',
  ...reste,
});

const ordinaires = (s: string) => s.replace(/[\u00a0\u202f]/g, ' ');

describe('le point du matin', () => {
  it('dit le plus pressé d’abord, compte tout, et mène au dossier', () => {
    const { objet, texte, html, gabarit } = rendrePoint(
      donnees({ NOUVEAUX: [ligne(3, 'Dossier ouvert', null)], EN_RETARD: [ligne(1), ligne(2)] }),
    );
    expect(ordinaires(objet)).toBe('Point du matin : 2 en retard, 1 nouveau dossier');
    expect(ordinaires(texte)).toBe(
      [
        'Bonjour Claire,',
        'Mardi 24 mars 2026 : 2 en retard, 1 nouveau dossier.',
        'EN RETARD\n- 2026-000001-12 (É. Œ.) 12/03 : Rappeler la personne\n- 2026-000002-12 (É. Œ.) 12/03 : Rappeler la personne',
        'NOUVEAUX DOSSIERS\n- 2026-000003-12 (É. Œ.) Dossier ouvert',
        'https://jalon.example.org/\n',
      ].join('\n\n'),
    );
    expect(html).toContain('<a href="https://jalon.example.org/dossiers/2026-000001-12">');
    expect(gabarit).toBe('POINT_DU_MATIN@1');
  });

  it('s’arrête à vingt lignes et dit combien restent', () => {
    const lignes = Array.from({ length: 32 }, (_, i) => ligne(i + 1));
    const { texte, objet } = rendrePoint(donnees({ EN_RETARD: lignes.slice(0, 15), SEMAINE: lignes.slice(15) }));
    expect(texte.match(/^- /gm)).toHaveLength(20);
    expect(texte).toContain('Et 12 autres.');
    expect(ordinaires(objet)).toContain('15 en retard, 17 cette semaine');
  });

  it('dit à qui remplace pour qui elle lit, et se passe d’adresse web', () => {
    const { objet, texte, html } = rendrePoint(
      donnees({ TACHES: [ligne(1)] }, { remplacee: 'Maude Lescot', url: null }),
    );
    expect(ordinaires(objet)).toBe('Point du matin de Maude Lescot : 1 tâche');
    expect(texte).toContain('Voici le portefeuille de Maude Lescot, en son absence.');
    expect(html).not.toContain('<a ');
  });

  it('prend ce qui vient d’ailleurs pour du texte', () => {
    const { objet, html, texte } = rendrePoint(
      donnees(
        { TACHES: [ligne(1, `<script>x</script>\r\nBcc: a@b ${'long '.repeat(60)}`)] },
        { remplacee: 'A\r\nBcc: b' },
      ),
    );
    expect(objet).not.toMatch(/[\r\n]/);
    expect(html).not.toContain('<script>');
    expect(texte).toMatch(/…/);
  });
});
