import { dateCivile as j } from '../../domain/calendrier/dates';
import { catalogue } from '../../domain/catalogue/catalogue';
import type { Destinataire, Resultat } from '../../domain/dossier/resultat';
import { lire as lireCourrier } from '../de-test/lecture';
import { cspExemple, dossierExemple, exemple, reflexionExemple } from '../exemples';

describe('une rectification', () => {
  const lire = (pour: Destinataire, varie: Parameters<typeof exemple>[2] = {}) =>
    lireCourrier('RECTIFICATION', pour, varie);
  const de = (
    code: 'C13_FIN_CSP' | 'SUSPENSION' | 'REINTEGRATION' | 'CONTRIBUTION_RAPPEL' | 'C04_ADHESION',
    resultat: Resultat,
  ) => ({
    resultat,
    jour: j('2026-04-20'),
    rectifie: { donnees: exemple(code), partiLe: exemple(code).jour },
  });
  const courrier = (code: string) => [{ code, destinataire: 'BENEFICIAIRE' as const, date: j('2026-03-17') }];

  it('d’un refus que dément une acceptation datée à temps dit à chacun ce qu’il devient', () => {
    expect(lire('BENEFICIAIRE')).toContain('Votre acceptation, datée du lundi 24 mars 2025, est dans le délai');
    expect(lire('BENEFICIAIRE')).toContain('Votre réponse : acceptation du lundi 24 mars 2025 (au lieu de : refus)');
    expect(lire('EMPLOYEUR')).toContain('Ne poursuivez pas la procédure de licenciement');
    expect(lire('EMPLOYEUR')).toContain('ne vaut pas licenciement');
  });

  it('d’une date met l’ancienne à côté de la nouvelle', () => {
    const texte = lire('BENEFICIAIRE', de('C13_FIN_CSP', { ...cspExemple, courriers: courrier('C13_FIN_CSP') }));
    expect(texte).toContain('Dernier jour de votre CSP : mardi 24 mars 2026 (au lieu de : jeudi 23 avril 2026)');
    expect(texte).toContain('Notre courrier du jeudi 16 avril 2026 (« Votre CSP se termine le 23 avril 2026');
  });

  it('d’un courrier que les règles ne veulent plus dit qu’il ne s’applique plus', () => {
    const texte = lire('BENEFICIAIRE', de('C13_FIN_CSP', { ...cspExemple, courriers: [] }));
    expect(texte).toContain('ne s’applique plus');
    expect(texte).toContain('Votre CSP va du mardi 25 mars 2025 au mardi 24 mars 2026.');
    expect(texte).toContain('Dernier jour de votre CSP : mardi 24 mars 2026 (au lieu de : jeudi 23 avril 2026)');
    expect(texte).toContain('Fin de votre formation : ne s’applique plus (au lieu de : vendredi 26 juin 2026)');
  });

  it('d’une suspension suit sa nouvelle fin', () => {
    const { resultat } = exemple('SUSPENSION');
    const raccourcie = [{ debut: j('2025-06-02'), fin: j('2025-06-15'), cause: 'MALADIE' as const }];
    const texte = lire('BENEFICIAIRE', de('SUSPENSION', { ...resultat, suspensions: raccourcie }));
    expect(texte).toContain(
      'Dernier jour de la suspension : dimanche 15 juin 2025 (au lieu de : dimanche 22 juin 2025)',
    );
    expect(lire('BENEFICIAIRE', de('SUSPENSION', { ...resultat, suspensions: [] }))).toContain('ne s’applique plus');
  });

  it('d’une réintégration, d’une adhésion effacée, d’un rappel à l’employeur', () => {
    expect(lire('BENEFICIAIRE', de('REINTEGRATION', { ...cspExemple, reintegrations: [] }))).toContain(
      'ne s’applique plus',
    );
    const refus: Resultat = { ...reflexionExemple, decision: 'REFUS_TACITE', courriers: courrier('C05_REFUS') };
    const effacee = lire('BENEFICIAIRE', de('C04_ADHESION', refus));
    expect(effacee).toContain('l’adhésion annoncée est effacée');
    expect(effacee).toContain('Votre réponse : refus (au lieu de : acceptation du lundi 10 mars 2025)');
    const plusTard = { ...cspExemple, echeanceContributionEmployeur: j('2025-06-25') };
    expect(lire('EMPLOYEUR', de('CONTRIBUTION_RAPPEL', plusTard))).toContain(
      'Dernier jour pour verser : mercredi 25 juin 2025 (au lieu de : dimanche 25 mai 2025)',
    );
  });

  it('d’un courrier dont la clé dit tout ne redonne pas pour vrai ce qu’il annonçait', () => {
    const dates = (code: Parameters<typeof exemple>[0], resultat: Resultat, plus: object = {}) =>
      lire(catalogue[code].destinataires[0] as Destinataire, {
        ...{ resultat, jour: j('2026-02-20'), rectifie: { donnees: exemple(code), partiLe: exemple(code).jour } },
        ...plus,
      })
        .split('\n')
        .filter((ligne) => ligne.startsWith('- '));
    expect(dates('RETOUR', { ...cspExemple, suspensions: [] })).toEqual([
      '- Premier jour du retour : ne s’applique plus (au lieu de : lundi 23 juin 2025)',
      '- Point d’étape, s’il n’a pas eu lieu : du mercredi 25 juin 2025 au jeudi 24 juillet 2025 (au lieu de : du mercredi 16 juillet 2025 au jeudi 14 août 2025)',
      '- Entretien de bilan : du dimanche 25 janvier 2026 au mardi 24 mars 2026 (au lieu de : du dimanche 15 février 2026 au mardi 14 avril 2026)',
      '- Fin du CSP, à ce jour : mardi 24 mars 2026 (au lieu de : mardi 14 avril 2026)',
    ]);
    expect(dates('CONGES_ENREGISTRES', cspExemple).every((ligne) => ligne.includes('ne s’applique plus'))).toBe(true);
    expect(dates('CONTRIBUTION_RAPPEL', { ...cspExemple, echeanceContributionEmployeur: null })).toEqual([
      '- Dernier jour pour verser : ne s’applique plus (au lieu de : dimanche 25 mai 2025)',
    ]);
    const attente: Resultat = { ...reflexionExemple, finReflexion: null, decision: 'ACCEPTATION' };
    expect(
      dates('DECISION_INSPECTION', attente, { dossier: { ...dossierExemple, salarieProtege: true } }).filter(
        (ligne) => !ligne.includes('ne s’applique plus'),
      ),
    ).toEqual([]);
    expect(dates('REJET', cspExemple)).toEqual([
      '- Information écartée : ne s’applique plus (au lieu de : votre réponse à la proposition, le mardi 25 mars 2025)',
    ]);
  });

  it('une acceptation qui attend l’inspection du travail n’est pas dite absente', () => {
    const attente: Resultat = { ...reflexionExemple, finReflexion: null, decision: 'ACCEPTATION', courriers: [] };
    const texte = (pour: Destinataire, resultat: Resultat) => lire(pour, de('C04_ADHESION', resultat));
    for (const pour of ['BENEFICIAIRE', 'EMPLOYEUR'] as const) {
      expect(texte(pour, attente)).toContain('dépendent de la décision de l’inspection du travail');
      expect(texte(pour, attente)).not.toContain('Aucune adhésion');
    }
    expect(texte('BENEFICIAIRE', { ...attente, decision: 'EN_ATTENTE' })).toContain(
      'Aucune réponse à la proposition du CSP',
    );
  });
});
