// Tailwind is the only stylesheet compiler of this frontend.
const config = { plugins: { "@tailwindcss/postcss": {} } };

export default config;
