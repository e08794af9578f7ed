import 'openai-7';
