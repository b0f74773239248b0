// Real servers start in these tests.
jest.setTimeout(120_000);
