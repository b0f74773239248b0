import { monterBanc } from '../../client/local/banc';
import { listerMessages } from '../../client/local/boite';
import { assurerOrganisationExemple, attendreCalme, ouvrirPortefeuille } from '../../client/local/portefeuille';
import { ouvrirRegistreDeTest } from '../outils/registre';

it('un dimanche à 23 h 50, le portefeuille s’ouvre et ses lettres partent', async () => {
  const dimanche = new Date('2026-11-29T23:50:00+01:00');
  const base = await ouvrirRegistreDeTest();
  const banc = await monterBanc({ registre: base.registre, depart: dimanche });
  try {
    await assurerOrganisationExemple(base.registre);
    const pile = { registre: base.registre, temporal: banc.client };
    const { ouverts, refus } = await ouvrirPortefeuille(pile, { envoi: 'immediat' }, dimanche);
    expect(refus).toEqual([]);
    expect(ouverts).toBeGreaterThanOrEqual(24);
    await attendreCalme(base.registre, new AbortController().signal, () => dimanche);
    const messages = await listerMessages(banc.boite);
    expect(messages.length).toBeGreaterThanOrEqual(5);
    for (const { date } of messages) {
      expect(Math.abs(Date.parse(date) - dimanche.getTime())).toBeLessThan(5 * 60_000);
    }
  } finally {
    await banc.fermer();
    await base.fermer();
  }
});
