// Bundles style/main.css into target/style/jiheng.css, lowered to Chromium 86. Trunk runs it before each build.
import { mkdirSync, writeFileSync } from 'node:fs';
import { bundle } from 'lightningcss';

const { code } = bundle({
  filename: 'style/main.css',
  minify: true,
  targets: { chrome: 86 << 16 },
  errorRecovery: false,
});
mkdirSync('target/style', { recursive: true });
writeFileSync('target/style/jiheng.css', code);
