import { exemples } from './exemples';
import { semblable } from './semblable';

const tous = exemples().map(({ code, destinataire }) => [code, destinataire] as const);

it('chaque courrier a son semblable, écrit une fois', () => {
  for (const [code, destinataire] of tous) {
    const un = semblable(code, destinataire);
    expect(semblable(code, destinataire)).toBe(un);
    expect(un.donnees).toMatchObject({ code, destinataire });
  }
});

it('un semblable ne nomme que des personnes inventées, et dit ses paramètres comme un vrai courrier', () => {
  for (const [code, destinataire] of tous) {
    const { donnees } = semblable(code, destinataire);
    const adresses = JSON.stringify(donnees).match(/[\w.]+@[\w.]+/g)!;
    expect(adresses.filter((adresse) => !adresse.endsWith('example.org'))).toEqual([]);
    expect(donnees.parametres).toMatchObject({ dureeMois: 12 });
    expect(donnees.resultat.courriers?.length).toBeGreaterThan(0);
  }
});
