import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guessLanguage } from './language.ts';

describe('guessLanguage', () => {
  it.each([
    ['en', 'The head of the agency said that the crew was in good health and would return to the station.'],
    [
      'de',
      'Der Chef der Raumfahrtbehörde sagte, die Besatzung ist auf der Station und das Leck wird geprüft.',
    ],
    ['fr', 'Le chef de l’agence a dit que les équipages sont dans la station et que la fuite est réparée.'],
    ['es', 'El jefe de la agencia dijo que los tripulantes están en la estación y que se trata de una fuga.'],
    [
      'it',
      'Il capo della agenzia ha detto che gli astronauti sono nella stazione e che la perdita non è grave.',
    ],
    ['pt', 'O chefe da agência disse que os astronautas não estão em perigo e que a estação foi reparada.'],
    [
      'pl',
      'Szef agencji powiedział, że załoga jest na stacji i nie ma zagrożenia od wycieku, który się nasila.',
    ],
    [
      'ro',
      'Șeful agenției a spus că echipajul este pe stație și nu au fost probleme cu o scurgere din modul.',
    ],
    ['nl', 'Het hoofd van de organisatie zei dat de bemanning in het station is en niet in gevaar is.'],
    [
      'cs',
      'Šéf agentury řekl, že posádka je na stanici a že se nic nestalo, ale únik od modulu je po opravě.',
    ],
    ['sv', 'Chefen för myndigheten sade att besättningen är på stationen och att det inte är någon fara.'],
    [
      'tr',
      'Ajans başkanı, mürettebatın istasyonda olduğunu ve bir tehlike için daha çok önlem olarak bu da söylendi.',
    ],
    ['ru', 'Глава агентства заявил, что экипаж находится на станции.'],
    ['uk', 'Голова агентства заявив, що екіпаж перебуває на станції, і їм нічого не загрожує.'],
    ['ja', '宇宙飛行士は国際宇宙ステーションに滞在している。'],
    ['zh', '宇航员在国际空间站停留了六个月。'],
    ['ko', '우주비행사들은 국제우주정거장에 있다.'],
    ['ar', 'رواد الفضاء في محطة الفضاء الدولية'],
    ['ru', 'Глава NASA заявил, что экипаж Crew-11 находится на станции ISS.'],
    ['und', ''],
    ['und', 'ISS'],
    ['und', '1234567890 !!! 😀😀😀'],
    ['und', 'Roscosmos NASA Soyuz Dragon'],
  ])('%s: %s', (lang, text) => expect(guessLanguage(text)).toBe(lang));

  it('says a code for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) =>
        /^[a-z]{2,3}$/.test(guessLanguage(text)),
      ),
    );
  });
  it('reads the beginning of a long text only', () =>
    expect(guessLanguage(`${'the and of '.repeat(500)}${'я'.repeat(100_000)}`)).toBe('en'));
});
